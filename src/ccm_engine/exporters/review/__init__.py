"""A review as a document: sentences and tables, each number leading to events and sources.

`paper` puts it together once; `markdown` and `html` write it, `document` is its JSON.
"""

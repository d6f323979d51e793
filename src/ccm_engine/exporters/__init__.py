"""Answers as documents: plain dicts that any JSON writer takes, one module per artefact.

The names of the keys are a contract; docs/reference/json.md lists them. Days are ISO 8601, days
known in part as far as they are known, what is unknown is `None`.
"""

"""Evidence that holds outside the log: its Merkle tree, signed checkpoints, and proofs.

Nothing here knows a log, a file or an event; only bytes and text. `verifier` is the one module
that somebody who doubts a proof has to read.
"""

"""The gate: annotated sentences in four languages and the floors that reading must keep."""

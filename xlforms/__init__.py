"""xlforms: locked Excel forms out, checked answers and a regional summary back."""

__version__ = "0.1.0"

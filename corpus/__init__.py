"""What the knowledge base holds: domain types, the store, settings, errors, sample reports."""

"""What people see: the page and its parts. No domain logic."""

"""Rules of the school year, decided without a database."""

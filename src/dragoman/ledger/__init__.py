"""The only memory: Delta Lake tables in one folder, asked through DuckDB."""

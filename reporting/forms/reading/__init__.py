"""What every reader of somebody's file shares: texts, tables, names, identity and offers."""

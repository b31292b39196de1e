"""The system of states: balance, blocs, turning points, tensions, why two stand as they do, what if."""

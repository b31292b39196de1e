"""What people see: plain values for programs, a briefing for a terminal."""

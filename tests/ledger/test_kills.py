from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "ledger_kills.py"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_fifty_kills_lose_nothing_double_nothing_and_tear_nothing() -> None:
    command = [sys.executable, str(SCRIPT), "--times", "50", "--seed", "1"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    killed, acknowledged = map(int, re.findall(r"(\d+) (?:killed|reports)", result.stdout))
    assert killed == 50
    assert acknowledged > 0

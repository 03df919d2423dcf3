"""The rules of distress alone, whatever model another test of this process has loaded."""

from tests.distress.conftest import _rules_alone as _rules_alone

"""The rules of distress and the answers alone, whatever model another test of this process has
loaded."""

from tests.answers.conftest import without_the_encoder as without_the_encoder
from tests.distress.conftest import _rules_alone as _rules_alone

"""Rulesets: a contest's rules as one file of data."""

from kasipkor_core.rulesets.load import load_rulesets, parse_ruleset
from kasipkor_core.rulesets.model import Ruleset
from kasipkor_core.rulesets.reference import build_reference

__all__ = ["Ruleset", "build_reference", "load_rulesets", "parse_ruleset"]

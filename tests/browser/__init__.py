"""Tests that need a real Chromium."""

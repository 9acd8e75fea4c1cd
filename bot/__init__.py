"""From a question to a cited answer, a refusal or a clarification."""

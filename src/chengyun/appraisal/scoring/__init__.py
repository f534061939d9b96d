"""Assessment of units: schemes as data, scores that open their cases, appeals, closed months, raters."""

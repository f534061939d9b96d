"""Reports: daily, weekly, monthly, circulars, special reports; and the query page. Decision 0051."""

"""Questions with judged sections, measures, benchmarks and the report."""

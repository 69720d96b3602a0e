package b

// Twice doubles.
func Twice(n int) int { return 2 * n }

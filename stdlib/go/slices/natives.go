package slices

// sortInts: ascending, in place
func sortInts(x []int)

// sortStrings: ascending bytewise, in place
func sortStrings(x []string)

// sortFloat64s: ascending, NaNs first, in place
func sortFloat64s(x []float64)

package p

func f() (int, string)

var _ = 1 + "x" /* ERROR "mismatched types" */

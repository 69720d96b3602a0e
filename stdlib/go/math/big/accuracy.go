package big

import "strconv"

// Accuracy tells how a rounded result differs from the exact one.
type Accuracy int8

// Below, Exact and Above say that a result is less than, equal to or greater than the exact one.
const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String returns the name.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

func accuracyOf(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

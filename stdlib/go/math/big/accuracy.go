package big

import "strconv"

// An Accuracy tells how a result differs from the exact value.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

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

package sub

func Twice(x int) int { return twice(x) }

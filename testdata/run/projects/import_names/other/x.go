package other
import . "m/go-weird"
func F() int { return X }

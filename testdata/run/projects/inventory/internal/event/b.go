package event

func init() { trace = append(trace, "event.2") }
func init() { trace = append(trace, "event.3") }

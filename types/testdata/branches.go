package main

func f(x int) {
	goto M
	break
	continue
L:
	for {
		break N
		continue L
		break L
	}
K:
	x++
	for {
		break K
		continue K
	}
	switch x {
	case 1:
		continue
	case 2:
		break
		fallthrough
	case 3:
		fallthrough
	}
	if x > 0 {
		fallthrough
	}
	func() {
		break
		goto L
	}()
	goto In
	{
	In:
		x++
	}
	goto Over
	y := 1
	_ = y
Over:
Unused:
	x--
Unused:
	var i any
	switch i.(type) {
	case int:
		fallthrough
	default:
	}
	select {
	default:
		break
	}
	_ = undefined
}

func main() {}

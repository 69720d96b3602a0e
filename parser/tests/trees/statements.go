package p

func f() {
	x = 1
	x, y := 1, 2
	x += 2
	x++
	x--
	c <- 1
	<-c
	f()
	{
		g()
	}
	;
	go f(1)
	defer func() {}()
L:
	for {
		break L
	}
	for x < 1 {
		continue
	}
	for i := 0; i < 10; i++ {
	}
	for ; ; {
	}
	for range 10 {
	}
	for i := range x {
	}
	for k, v = range m {
	}
	for range (T{1}).m {
	}
	if a {
	} else if b := c(); b {
	} else {
	}
	if x == (T{1}) {
	}
	if f(T{1}) && func() bool { return true }() {
	}
	if a := []int{1}; len(a) > 0 {
	}
	switch {
	}
	switch x {
	case 1, 2:
		f()
		fallthrough
	default:
	}
	switch x := f(); y := x.(type) {
	case nil:
	case int, *T, []string, func():
	}
	switch x.(type) {
	}
	switch f(); {
	}
	select {
	case <-a:
	case x := <-b:
	case x, ok = <-c:
	case d <- 1:
		return
	default:
		goto L
	}
M:
}

func g() (int, error) { return 1, nil }

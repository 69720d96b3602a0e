package main

func main() {
	goto end
	x := 1
	_ = x
end:
	for {
		break missing
		continue end
	}
unused:
	if true {
		break
	}
	continue
	switch {
	case true:
		fallthrough
	}
	switch {
	case true:
		fallthrough
	default:
		continue
	}
	goto inside
	{
	inside:
	}
again:
again:
	select {}
	func() { goto end }()
}

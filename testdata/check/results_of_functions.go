package main

func one() int { return }

func none() { return 1 }

func two() (int, string) { return 1 }

func three() (a int, err error) {
	{
		err := error(nil)
		return
	}
}

func swapped() (int, string) { return "a", 1 }

func loop() int {
	for {
		break
	}
}

func ends() int {
	panic(1)
	println()
}

func main() {
	x := none()
	a, b := one()
	one()
	two
	1 + 1
	_ = two()
}

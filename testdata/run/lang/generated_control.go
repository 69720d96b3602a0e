// Made by a generator; recorded from Go.
package main
import ("fmt"; "runtime"; "strings")
var tr []string
func t(s string) { if len(tr) < 400 { tr = append(tr, s) } }
func seq(n int, tag string) func(func(int) bool) { return func(y func(int) bool) { defer t("end"+tag); for i := 0; i < n; i++ { if !y(i) { t("stop"+tag); return } } } }
func seq2(n int) func(func(int, int) bool) { return func(y func(int, int) bool) { for i := range n { if !y(i, i*i) { return } } } }
func seq0(n int) func(func() bool) { return func(y func() bool) { for range n { if !y() { t("s0"); return } } } }
func badseq(y func(int) bool) { y(1); y(2); y(3) }
func recseq(y func(int) bool) { defer func() { if r := recover(); r != nil { t("recseq"); panic(r) } }(); for i := range 3 { if !y(i) { return } } }
func run(n string, f func(int) (int, error), a int) { defer func() { if r := recover(); r != nil { fmt.Println(n, "PANIC", r, strings.Join(tr, ",")) }; tr = nil }(); r, e := f(a); fmt.Println(n, r, e, strings.Join(tr, ",")) }
func gox(f func()) { done := make(chan bool); go func() { defer close(done); defer func() { if r := recover(); r != nil { t(fmt.Sprint("g", r)) } }(); f() }(); <-done }
func f0(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r1", q)); x = 50 } }()
	x = x*2 % 11; t(fmt.Sprint(x))
	defer func() { t(fmt.Sprint("df3 ", x)); x += 2 }()
	x = x*2 % 11; t(fmt.Sprint(x))
	for i5 := range seq(4, "5") {
		x += i5; c++
		if x%3==1 { return x, nil }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	t("8"); x++
	t("9"); x++
	return x, nil
}
func f1(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	if c>6 { return  }
	if c%4==3 { panic("p11") }
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func f2(a int) (int, error) {
	x, c := a, 0
	_ = c
	func() {
		defer t("d15")
		L16:
		for i16, j16 := range seq2(4) {
			x += i16 + j16; c++
			for i17 := range recseq {
				x += i17; c++
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
				t("20"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			if x%3==1 { return }
			if c>6 { continue L16 }
			if x<2 { continue L16 }
		}
	}()
	defer func() { t(fmt.Sprint("df24 ", x)); x += 2 }()
	defer t("d25")
	L26:
	for i26 := range seq(1, "26") {
		x += i26; c++
		L27:
		for i27 := range 4 {
			x += i27; c++
			switch {
case x>4:
				if x<2 { panic("p29") }
				fallthrough
			case x==3:
				x = x*2 % 11; t(fmt.Sprint(x))
			default:
				t("31"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}()
			if c>6 { return x, nil }
			if x%2==0 { continue L27 }
		}
		t("39"); x++
		gox(func() {
			L41:
			for i41, j41 := range seq2(1) {
				x += i41 + j41; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%2==0 { continue L41 }
			}
			L45:
			for i45, j45 := range seq2(2) {
				x += i45 + j45; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { continue L45 }
			}
			L49:
			for i49 := range seq(1, "49") {
				x += i49; c++
				if x<2 { panic("p50") }
				if x==3 { continue L49 }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x>4 { continue L49 }
			}
			L54:
			for i54 := range seq(4, "54") {
				x += i54; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { break L54 }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if c>6 { break L54 }
			}
			if x%2==0 { runtime.Goexit() }
		})
		gox(func() {
			L60:
			for i60 := range recseq {
				x += i60; c++
				if x==3 { break }
				x = x*2 % 11; t(fmt.Sprint(x))
				t("63"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { break L60 }
			}
			if c>6 { runtime.Goexit() }
		})
		if x%2==0 { break L26 }
	}
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
	t("66"); x++
	return x, nil
}
func f3(a int) (int, error) {
	x, c := a, 0
	_ = c
	func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		defer t("d69")
		for i70 := range recseq {
			x += i70; c++
			L71:
			for i71 := range recseq {
				x += i71; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df75 ", x)); x += 2 }()
				if x>4 { continue L71 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
			defer t("d78")
		}
	}()
	gox(func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		t("81"); x++
		L82:
		for i82, j82 := range seq2(2) {
			x += i82 + j82; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			if x%3==1 { continue L82 }
		}
		L84:
		for i84 := range 3 {
			x += i84; c++
			defer func() { t(fmt.Sprint("df85 ", x)); x += 2 }()
			defer func() { t(fmt.Sprint("df86 ", x)); x += 2 }()
			if x%2==0 { continue L84 }
		}
		if x==3 { runtime.Goexit() }
	})
	switch {
case x==3:
		if x<2 { return x, nil }
		for range seq0(1) {
			x++; c++
			defer func() { t(fmt.Sprint("df90 ", x)); x += 2 }()
			for range seq0(2) {
				x++; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			L96:
			for i96, j96 := range seq2(4) {
				x += i96 + j96; c++
				if x%2==0 { continue L96 }
				if x%2==0 { continue L96 }
				if x%2==0 { continue L96 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		t("100"); x++
		fallthrough
	case c%4==3:
		switch {
case c>6:
			L102:
			for range seq0(3) {
				x++; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { break L102 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			fallthrough
		case x>4:
			if x%3==1 { return x, nil }
			switch {
case x>4:
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r107", q)); panic("re107") } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r110", q));  } }()
				fallthrough
			case x>4:
				if x>4 { panic("p111") }
			default:
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if c < 3 { c++; goto G114 }
				G114:
				t("g")
				if x<2 { panic("p115") }
			}
			for range seq0(2) {
				x++; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df119 ", x)); x += 2 }()
			}
		default:
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
			gox(func() {
				defer t("d123")
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r124", q)); x = 50 } }()
				defer func() { t(fmt.Sprint("df125 ", x)); x += 2 }()
				if x%2==0 { runtime.Goexit() }
			})
			L126:
			for i126 := range 2 {
				x += i126; c++
				if x>4 { panic("p127") }
				x = x*2 % 11; t(fmt.Sprint(x))
				t("129"); x++
				if x%3==1 { break L126 }
			}
		}
	default:
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	func() {
		defer func() { t(fmt.Sprint("df132 ", x)); x += 2 }()
	}()
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	return x, nil
}
func f4(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	if c>6 { return x, nil }
	x = x*2 % 11; t(fmt.Sprint(x))
	t("137"); x++
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	defer t("d140")
	switch {
case x<2:
		if c%4==3 { return x+1, fmt.Errorf("e142") }
		x = x*2 % 11; t(fmt.Sprint(x))
		if x==3 { panic("p144") }
		fallthrough
	case x<2:
		func() {
			L146:
			for i146 := range seq(3, "146") {
				x += i146; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				t("148"); x++
				if x%2==0 { continue L146 }
			}
		}()
		L149:
		for i149 := range recseq {
			x += i149; c++
			t("150"); x++
			x = x*2 % 11; t(fmt.Sprint(x))
			if c>6 { continue L149 }
			if x%2==0 { continue L149 }
		}
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
	default:
		x = x*2 % 11; t(fmt.Sprint(x))
		gox(func() {
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
			defer t("d157")
			if x%3==1 { runtime.Goexit() }
		})
	}
	return x, nil
}
func f5(a int) (int, error) {
	x, c := a, 0
	_ = c
	if x%3==1 { return x, nil }
	for i159 := range seq(4, "159") {
		x += i159; c++
		for i160 := range seq(2, "160") {
			x += i160; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			if c%4==3 { continue }
			if x%2==0 { panic("p163") }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
	}
	gox(func() {
		t("166"); x++
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		if c%4==3 { runtime.Goexit() }
	})
	func() {
		t("170"); x++
		x = x*2 % 11; t(fmt.Sprint(x))
		switch {
case c>6:
			x = x*2 % 11; t(fmt.Sprint(x))
			if c%4==3 { panic("p174") }
			defer func() { t(fmt.Sprint("df175 ", x)); x += 2 }()
			defer func() { t(fmt.Sprint("df176 ", x)); x += 2 }()
			fallthrough
		case x<2:
			defer t("d177")
			x = x*2 % 11; t(fmt.Sprint(x))
			for i179 := range recseq {
				x += i179; c++
				if x%3==1 { continue }
			}
		default:
			if c>6 { panic("p181") }
			if c>6 { panic("p182") }
			t("183"); x++
		}
	}()
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	return x, nil
}
func f6(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer func() { t(fmt.Sprint("df187 ", x)); x += 2 }()
	if c>6 { panic("p188") }
	if x%2==0 { panic("p189") }
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func f7(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	defer func() { t(fmt.Sprint("df192 ", x)); x += 2 }()
	L193:
	for i193 := range 2 {
		x += i193; c++
		defer func() { t(fmt.Sprint("df194 ", x)); x += 2 }()
		for i195 := range recseq {
			x += i195; c++
			t("196"); x++
			if c>6 { return  }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		t("199"); x++
		if x%3==1 { continue L193 }
	}
	switch {
case x==3:
		gox(func() {
			x = x*2 % 11; t(fmt.Sprint(x))
			if c>6 { runtime.Goexit() }
		})
		defer t("d203")
		fallthrough
	case x>4:
		func() {
			x = x*2 % 11; t(fmt.Sprint(x))
			for i206 := range seq(4, "206") {
				x += i206; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			switch {
case c%4==3:
				t("210"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
				fallthrough
			case x==3:
				if x%3==1 { return }
				x = x*2 % 11; t(fmt.Sprint(x))
			default:
				defer func() { t(fmt.Sprint("df216 ", x)); x += 2 }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df219 ", x)); x += 2 }()
			}
			x = x*2 % 11; t(fmt.Sprint(x))
		}()
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r221", q)); panic("re221") } }()
		if c < 3 { c++; goto G222 }
		G222:
		t("g")
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
	default:
		L224:
		for i224 := range seq(2, "224") {
			x += i224; c++
			L225:
			for i225, j225 := range seq2(2) {
				x += i225 + j225; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
				defer func() { t(fmt.Sprint("df228 ", x)); x += 2 }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { continue L225 }
			}
			for i230 := range 3 {
				x += i230; c++
				t("231"); x++
			}
			for i232, j232 := range seq2(4) {
				x += i232 + j232; c++
				if c%4==3 { return  }
				t("234"); x++
			}
			if x>4 { panic("p235") }
			if x==3 { break L224 }
		}
		L236:
		for range seq0(4) {
			x++; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			if x%3==1 { break }
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r239", q)); panic("re239") } }()
			if x%3==1 { break L236 }
		}
		defer func() { t(fmt.Sprint("df240 ", x)); x += 2 }()
		L241:
		for i241 := range recseq {
			x += i241; c++
			switch {
case x==3:
				if c>6 { panic("p243") }
				defer func() { t(fmt.Sprint("df244 ", x)); x += 2 }()
				fallthrough
			case x>4:
				x = x*2 % 11; t(fmt.Sprint(x))
			default:
				t("246"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			defer func() { t(fmt.Sprint("df250 ", x)); x += 2 }()
			if c%4==3 { break L241 }
		}
	}
	L251:
	for i251, j251 := range seq2(1) {
		x += i251 + j251; c++
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
		L253:
		for i253 := range recseq {
			x += i253; c++
			t("254"); x++
			if c>6 { break L253 }
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		L256:
		for range seq0(3) {
			x++; c++
			L257:
			for i257 := range recseq {
				x += i257; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r259", q));  } }()
				t("260"); x++
				if x==3 { return x, nil }
				if c>6 { continue L257 }
			}
			if c%4==3 { continue L256 }
		}
		if x==3 { continue L251 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	switch {
case x<2:
		L264:
		for i264, j264 := range seq2(4) {
			x += i264 + j264; c++
			L265:
			for i265 := range 3 {
				x += i265; c++
				if x<2 { return x+1, fmt.Errorf("e266") }
				if x%2==0 { continue L265 }
			}
			if x>4 { panic("p267") }
			defer func() { t(fmt.Sprint("df268 ", x)); x += 2 }()
			if c%4==3 { break L264 }
		}
		L269:
		for i269 := range recseq {
			x += i269; c++
			if x%2==0 { return  }
			t("271"); x++
			x = x*2 % 11; t(fmt.Sprint(x))
			for i273 := range seq(1, "273") {
				x += i273; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { panic("p275") }
			}
			if c>6 { break L269 }
		}
		fallthrough
	case c%4==3:
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r276", q)); panic("re276") } }()
		x = x*2 % 11; t(fmt.Sprint(x))
		func() {
			defer func() { t(fmt.Sprint("df279 ", x)); x += 2 }()
		}()
		gox(func() {
			L281:
			for i281 := range recseq {
				x += i281; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { continue L281 }
			}
			t("283"); x++
			defer t("d284")
			if x<2 { runtime.Goexit() }
		})
	default:
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	return x, nil
}
func f8(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer t("d286")
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r287", q)); x = 50 } }()
	defer func() { t(fmt.Sprint("df288 ", x)); x += 2 }()
	gox(func() {
		t("290"); x++
		if c%4==3 { runtime.Goexit() }
	})
	for i291 := range seq(4, "291") {
		x += i291; c++
		for range seq0(3) {
			x++; c++
			defer t("d293")
		}
	}
	L294:
	for i294, j294 := range seq2(1) {
		x += i294 + j294; c++
		t("295"); x++
		if x%3==1 { break L294 }
	}
	return x, nil
}
func f9(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	defer func() { t(fmt.Sprint("df296 ", x)); x += 2 }()
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func f10(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer func() { t(fmt.Sprint("df298 ", x)); x += 2 }()
	t("299"); x++
	return x, nil
}
func f11(a int) (int, error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	for i302 := range recseq {
		x += i302; c++
		if x<2 { return x, nil }
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r305", q)); panic("re305") } }()
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func f12(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	for i307 := range 3 {
		x += i307; c++
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	L310:
	for range seq0(3) {
		x++; c++
		defer func() { t(fmt.Sprint("df311 ", x)); x += 2 }()
		gox(func() {
			defer t("d313")
			if x==3 { runtime.Goexit() }
		})
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r314", q)); err = fmt.Errorf("f%v", q) } }()
		if x==3 { break L310 }
	}
	gox(func() {
		func() {
			L317:
			for i317 := range recseq {
				x += i317; c++
				if x%2==0 { return }
				if c%4==3 { break L317 }
			}
			L319:
			for i319 := range seq(1, "319") {
				x += i319; c++
				t("320"); x++
				if c>6 { break L319 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			L322:
			for i322, j322 := range seq2(1) {
				x += i322 + j322; c++
				t("323"); x++
				t("324"); x++
				if x%3==1 { break L322 }
			}
		}()
		gox(func() {
			if c>6 { return }
			if c>6 { runtime.Goexit() }
		})
		if x%2==0 { runtime.Goexit() }
	})
	return x, nil
}
func f13(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L327:
	for i327 := range seq(4, "327") {
		x += i327; c++
		switch {
case x%2==0:
			x = x*2 % 11; t(fmt.Sprint(x))
			if x>4 { return  }
			fallthrough
		case x>4:
			if c>6 { panic("p331") }
			for i332 := range seq(2, "332") {
				x += i332; c++
				if x%2==0 { return  }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
		default:
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		L338:
		for i338 := range 4 {
			x += i338; c++
			t("339"); x++
			if x==3 { continue }
			t("341"); x++
			switch {
case x<2:
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case c%4==3:
				t("346"); x++
			default:
				x = x*2 % 11; t(fmt.Sprint(x))
				t("348"); x++
			}
			if x%3==1 { continue L338 }
		}
		if x==3 { continue }
		if c>6 { break L327 }
	}
	defer t("d350")
	if c%4==3 { panic("p351") }
	return x, nil
}
func f14(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	t("353"); x++
	if c < 3 { c++; goto G354 }
	G354:
	t("g")
	return x, nil
}
func f15(a int) (int, error) {
	x, c := a, 0
	_ = c
	switch {
case c>6:
		for i356, j356 := range seq2(1) {
			x += i356 + j356; c++
			L357:
			for i357 := range 3 {
				x += i357; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%2==0 { continue L357 }
			}
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		for i360 := range seq(2, "360") {
			x += i360; c++
			func() {
				if x==3 { return }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}()
			for i365 := range seq(3, "365") {
				x += i365; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df367 ", x)); x += 2 }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		fallthrough
	case c%4==3:
		switch {
case c>6:
			defer func() { t(fmt.Sprint("df372 ", x)); x += 2 }()
			if c < 3 { c++; goto G373 }
			G373:
			t("g")
			if x%2==0 { panic("p374") }
			fallthrough
		case x%3==1:
			for i375 := range seq(3, "375") {
				x += i375; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { panic("p377") }
			}
			L378:
			for i378, j378 := range seq2(1) {
				x += i378 + j378; c++
				if x==3 { continue }
				if x>4 { continue L378 }
			}
			t("380"); x++
		default:
			t("381"); x++
			x = x*2 % 11; t(fmt.Sprint(x))
			L383:
			for range seq0(1) {
				x++; c++
				if x%3==1 { panic("p384") }
				if c>6 { continue L383 }
			}
		}
		defer t("d385")
		x = x*2 % 11; t(fmt.Sprint(x))
		L387:
		for i387, j387 := range seq2(2) {
			x += i387 + j387; c++
			if x<2 { continue L387 }
			gox(func() {
				t("390"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x<2 { runtime.Goexit() }
			})
			if c%4==3 { continue L387 }
			if c>6 { break L387 }
		}
	default:
		x = x*2 % 11; t(fmt.Sprint(x))
		defer func() { t(fmt.Sprint("df395 ", x)); x += 2 }()
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	for i398 := range seq(3, "398") {
		x += i398; c++
		for i399 := range recseq {
			x += i399; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			for i401 := range recseq {
				x += i401; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			if x%3==1 { panic("p405") }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		if c%4==3 { continue }
		func() {
			t("409"); x++
			gox(func() {
				if c>6 { return }
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df413 ", x)); x += 2 }()
				if x>4 { runtime.Goexit() }
			})
		}()
	}
	switch {
case x<2:
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r415", q)); panic("re415") } }()
		if x>4 { panic("p416") }
		switch {
case x>4:
			gox(func() {
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if c>6 { runtime.Goexit() }
			})
			L421:
			for i421 := range seq(2, "421") {
				x += i421; c++
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
				if x>4 { break L421 }
			}
			if x%3==1 { return x, nil }
			gox(func() {
				t("425"); x++
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r426", q));  } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { runtime.Goexit() }
			})
			fallthrough
		case x>4:
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r428", q));  } }()
			x = x*2 % 11; t(fmt.Sprint(x))
		default:
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r430", q));  } }()
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r431", q));  } }()
		}
		fallthrough
	case c>6:
		for range seq0(3) {
			x++; c++
			if x>4 { return x, nil }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		t("436"); x++
		defer func() { t(fmt.Sprint("df437 ", x)); x += 2 }()
	default:
		x = x*2 % 11; t(fmt.Sprint(x))
		func() {
			L440:
			for i440 := range recseq {
				x += i440; c++
				if x>4 { panic("p441") }
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
				if x==3 { continue L440 }
			}
		}()
	}
	L443:
	for range seq0(4) {
		x++; c++
		if x==3 { continue L443 }
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r445", q)); panic("re445") } }()
		if c%4==3 { continue L443 }
	}
	func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		if x>4 { panic("p448") }
	}()
	return x, nil
}
func f16(a int) (int, error) {
	x, c := a, 0
	_ = c
	t("449"); x++
	defer t("d450")
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	t("452"); x++
	return x, nil
}
func f17(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
	for range seq0(4) {
		x++; c++
		defer t("d455")
		for i456 := range seq(1, "456") {
			x += i456; c++
			t("457"); x++
			for i458 := range 1 {
				x += i458; c++
				t("459"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
		}
	}
	return x, nil
}
func f18(a int) (int, error) {
	x, c := a, 0
	_ = c
	for i465 := range seq(4, "465") {
		x += i465; c++
		t("466"); x++
		defer func() { t(fmt.Sprint("df467 ", x)); x += 2 }()
		gox(func() {
			if c%4==3 { return }
			for i470 := range recseq {
				x += i470; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			if x%3==1 { runtime.Goexit() }
		})
	}
	L474:
	for i474 := range seq(4, "474") {
		x += i474; c++
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r475", q)); panic("re475") } }()
		gox(func() {
			L477:
			for i477, j477 := range seq2(2) {
				x += i477 + j477; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { continue L477 }
			}
			if x%3==1 { return }
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
			x = x*2 % 11; t(fmt.Sprint(x))
			if c>6 { runtime.Goexit() }
		})
		if x>4 { continue L474 }
	}
	t("485"); x++
	L486:
	for i486 := range recseq {
		x += i486; c++
		L487:
		for range seq0(1) {
			x++; c++
			L488:
			for i488 := range seq(1, "488") {
				x += i488; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				defer t("d490")
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				if x>4 { break L488 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			if x%3==1 { break L487 }
		}
		if x>4 { continue }
		if c>6 { return x, nil }
		if x<2 { break L486 }
	}
	t("496"); x++
	defer func() { t(fmt.Sprint("df497 ", x)); x += 2 }()
	return x, nil
}
func f19(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L498:
	for i498 := range recseq {
		x += i498; c++
		L499:
		for i499, j499 := range seq2(1) {
			x += i499 + j499; c++
			L500:
			for i500 := range seq(1, "500") {
				x += i500; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%2==0 { break }
				if x%2==0 { break L500 }
			}
			if x>4 { return  }
			L505:
			for i505, j505 := range seq2(4) {
				x += i505 + j505; c++
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r506", q));  } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				t("509"); x++
				if c%4==3 { break L505 }
			}
			if x%2==0 { continue }
			if x%2==0 { continue L499 }
		}
		if x>4 { break L498 }
	}
	if c%4==3 { panic("p511") }
	func() {
		defer t("d513")
	}()
	if c < 3 { c++; goto G514 }
	G514:
	t("g")
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
	t("516"); x++
	return x, nil
}
func f20(a int) (int, error) {
	x, c := a, 0
	_ = c
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
	gox(func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		if x%2==0 { runtime.Goexit() }
	})
	L522:
	for i522 := range recseq {
		x += i522; c++
		func() {
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r524", q)); x = 50 } }()
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
			defer t("d526")
		}()
		t("527"); x++
		x = x*2 % 11; t(fmt.Sprint(x))
		if x%3==1 { break L522 }
	}
	func() {
		switch {
case x==3:
			x = x*2 % 11; t(fmt.Sprint(x))
			fallthrough
		case c%4==3:
			for i532 := range recseq {
				x += i532; c++
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r533", q));  } }()
				t("534"); x++
			}
			defer func() { t(fmt.Sprint("df535 ", x)); x += 2 }()
			gox(func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { panic("p538") }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { runtime.Goexit() }
			})
		default:
			for range seq0(2) {
				x++; c++
				if x%3==1 { panic("p542") }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df545 ", x)); x += 2 }()
			}
		}
	}()
	for i546 := range seq(4, "546") {
		x += i546; c++
		if x<2 { panic("p547") }
		if x%2==0 { return x, nil }
	}
	for i549 := range 3 {
		x += i549; c++
		gox(func() {
			x = x*2 % 11; t(fmt.Sprint(x))
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
			L553:
			for i553 := range seq(1, "553") {
				x += i553; c++
				t("554"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				t("557"); x++
				if x<2 { continue L553 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			if x<2 { runtime.Goexit() }
		})
		t("559"); x++
		for range seq0(1) {
			x++; c++
			func() {
				if c%4==3 { return }
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r564", q));  } }()
			}()
			func() {
				x = x*2 % 11; t(fmt.Sprint(x))
			}()
		}
	}
	func() {
		func() {
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r569", q));  } }()
			switch {
case c%4==3:
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x%2==0:
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
			default:
				defer t("d574")
			}
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r575", q)); panic("re575") } }()
		}()
		L576:
		for i576, j576 := range seq2(2) {
			x += i576 + j576; c++
			for i577 := range recseq {
				x += i577; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			for i580, j580 := range seq2(2) {
				x += i580 + j580; c++
				defer func() { t(fmt.Sprint("df581 ", x)); x += 2 }()
				if x%2==0 { panic("p582") }
			}
			t("583"); x++
			if x==3 { return }
			if c%4==3 { continue L576 }
		}
	}()
	return x, nil
}
func f21(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r585", q));  } }()
	x = x*2 % 11; t(fmt.Sprint(x))
	L587:
	for i587 := range recseq {
		x += i587; c++
		if c%4==3 { continue }
		if c>6 { break L587 }
	}
	for range seq0(3) {
		x++; c++
		for i590 := range 2 {
			x += i590; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r593", q));  } }()
		}
		L594:
		for i594 := range recseq {
			x += i594; c++
			if x==3 { break L594 }
			gox(func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { runtime.Goexit() }
			})
			if x%2==0 { continue L594 }
		}
		for range seq0(3) {
			x++; c++
			switch {
case x%3==1:
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x%3==1:
				defer t("d601")
				x = x*2 % 11; t(fmt.Sprint(x))
			default:
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if c < 3 { c++; goto G605 }
				G605:
				t("g")
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			t("607"); x++
			t("608"); x++
		}
	}
	if x%3==1 { return x, nil }
	t("610"); x++
	return x, nil
}
func f22(a int) (int, error) {
	x, c := a, 0
	_ = c
	for i611 := range 2 {
		x += i611; c++
		L612:
		for i612, j612 := range seq2(3) {
			x += i612 + j612; c++
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
			if x%3==1 { break L612 }
		}
	}
	t("614"); x++
	for i615 := range recseq {
		x += i615; c++
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	if x<2 { panic("p618") }
	L619:
	for i619, j619 := range seq2(3) {
		x += i619 + j619; c++
		defer func() { t(fmt.Sprint("df620 ", x)); x += 2 }()
		if x>4 { continue L619 }
	}
	return x, nil
}
func f23(a int) (int, error) {
	x, c := a, 0
	_ = c
	defer func() { t(fmt.Sprint("df621 ", x)); x += 2 }()
	if x<2 { panic("p622") }
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r623", q));  } }()
	return x, nil
}
func f24(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r625", q)); panic("re625") } }()
	return x, nil
}
func f25(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	gox(func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
		if c>6 { runtime.Goexit() }
	})
	defer func() { t(fmt.Sprint("df630 ", x)); x += 2 }()
	for range seq0(2) {
		x++; c++
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
	}
	func() {
		defer t("d635")
	}()
	return x, nil
}
func f26(a int) (int, error) {
	x, c := a, 0
	_ = c
	switch {
case x<2:
		x = x*2 % 11; t(fmt.Sprint(x))
		L638:
		for i638 := range seq(4, "638") {
			x += i638; c++
			t("639"); x++
			if x==3 { panic("p640") }
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r641", q)); x = 50 } }()
			x = x*2 % 11; t(fmt.Sprint(x))
			if x%3==1 { continue L638 }
		}
		L643:
		for i643 := range recseq {
			x += i643; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
			L646:
			for i646 := range seq(2, "646") {
				x += i646; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { break L646 }
			}
			if c>6 { break L643 }
		}
		fallthrough
	case c>6:
		t("651"); x++
		for i652 := range 3 {
			x += i652; c++
			t("653"); x++
			defer t("d654")
			switch {
case c%4==3:
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x<2:
				x = x*2 % 11; t(fmt.Sprint(x))
			default:
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r660", q));  } }()
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			switch {
case c%4==3:
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x%3==1:
				defer t("d667")
			default:
				t("668"); x++
			}
		}
		defer t("d669")
		defer t("d670")
	default:
		for i671 := range seq(2, "671") {
			x += i671; c++
			for i672 := range 1 {
				x += i672; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		L678:
		for i678, j678 := range seq2(1) {
			x += i678 + j678; c++
			func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				t("681"); x++
			}()
			if c>6 { break L678 }
		}
		t("682"); x++
	}
	t("683"); x++
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r685", q)); x = 50 } }()
	x = x*2 % 11; t(fmt.Sprint(x))
	func() {
		switch {
case x%3==1:
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
			if c%4==3 { return }
			if x%3==1 { panic("p691") }
			fallthrough
		case x==3:
			if x%3==1 { return }
			gox(func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
				defer t("d697")
				if c>6 { runtime.Goexit() }
			})
			for i698 := range 3 {
				x += i698; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				defer t("d700")
				defer func() { t(fmt.Sprint("df701 ", x)); x += 2 }()
			}
		default:
			for range seq0(4) {
				x++; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			t("705"); x++
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r706", q)); x = 50 } }()
			if c%4==3 { panic("p707") }
		}
		for i708 := range 3 {
			x += i708; c++
			t("709"); x++
			L710:
			for range seq0(3) {
				x++; c++
				defer func() { t(fmt.Sprint("df711 ", x)); x += 2 }()
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df713 ", x)); x += 2 }()
				if c>6 { continue L710 }
			}
			L714:
			for i714 := range recseq {
				x += i714; c++
				if c>6 { break }
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
				if c>6 { break L714 }
			}
		}
		defer func() { t(fmt.Sprint("df717 ", x)); x += 2 }()
	}()
	if c < 3 { c++; goto G718 }
	G718:
	t("g")
	return x, nil
}
func f27(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L719:
	for i719 := range 4 {
		x += i719; c++
		defer func() { t(fmt.Sprint("df720 ", x)); x += 2 }()
		if x>4 { break L719 }
	}
	L721:
	for i721 := range recseq {
		x += i721; c++
		for i722 := range recseq {
			x += i722; c++
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
			defer func() { t(fmt.Sprint("df724 ", x)); x += 2 }()
			if x%2==0 { panic("p725") }
		}
		if x%3==1 { break L721 }
	}
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r726", q)); x = 50 } }()
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func f28(a int) (int, error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	if c < 3 { c++; goto G729 }
	G729:
	t("g")
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	if x%3==1 { return x, nil }
	return x, nil
}
func f29(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L733:
	for i733 := range recseq {
		x += i733; c++
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
		t("735"); x++
		if x%3==1 { break L733 }
	}
	L736:
	for i736 := range recseq {
		x += i736; c++
		defer func() { t(fmt.Sprint("df737 ", x)); x += 2 }()
		L738:
		for i738 := range 3 {
			x += i738; c++
			L739:
			for i739 := range 3 {
				x += i739; c++
				if c%4==3 { continue }
				if c%4==3 { continue L739 }
			}
			defer func() { t(fmt.Sprint("df741 ", x)); x += 2 }()
			t("742"); x++
			if c%4==3 { break L738 }
		}
		if x<2 { break L736 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	L744:
	for i744 := range recseq {
		x += i744; c++
		if x<2 { break }
		if x==3 { break L744 }
	}
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
	if x==3 { return x+1, fmt.Errorf("e747") }
	return x, nil
}
func f30(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r748", q)); x = 50 } }()
	if c < 3 { c++; goto G749 }
	G749:
	t("g")
	L750:
	for i750 := range recseq {
		x += i750; c++
		func() {
			gox(func() {
				t("753"); x++
				if c>6 { return }
				if x%3==1 { runtime.Goexit() }
			})
			t("755"); x++
			if c>6 { return }
			if x%3==1 { panic("p757") }
		}()
		if x%2==0 { break L750 }
	}
	switch {
case x%2==0:
		if x<2 { panic("p759") }
		L760:
		for i760 := range 2 {
			x += i760; c++
			for i761, j761 := range seq2(1) {
				x += i761 + j761; c++
				defer func() { t(fmt.Sprint("df762 ", x)); x += 2 }()
			}
			gox(func() {
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { runtime.Goexit() }
			})
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { break } } }()
			for i767 := range recseq {
				x += i767; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			if x==3 { continue L760 }
		}
		fallthrough
	case x<2:
		switch {
case x%2==0:
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r773", q));  } }()
			fallthrough
		case x%3==1:
			x = x*2 % 11; t(fmt.Sprint(x))
		default:
			if x<2 { panic("p775") }
		}
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
		switch {
case c>6:
			L778:
			for i778, j778 := range seq2(3) {
				x += i778 + j778; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x>4 { break }
				if x%2==0 { panic("p782") }
				if x%3==1 { break L778 }
			}
			x = x*2 % 11; t(fmt.Sprint(x))
			if c < 3 { c++; goto G784 }
			G784:
			t("g")
			fallthrough
		case x<2:
			for i785, j785 := range seq2(4) {
				x += i785 + j785; c++
				defer func() { t(fmt.Sprint("df786 ", x)); x += 2 }()
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			for i788 := range recseq {
				x += i788; c++
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			t("790"); x++
		default:
			if x>4 { panic("p791") }
			L792:
			for range seq0(2) {
				x++; c++
				defer t("d793")
				x = x*2 % 11; t(fmt.Sprint(x))
				if x>4 { break L792 }
			}
		}
	default:
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r795", q)); err = fmt.Errorf("f%v", q) } }()
		x = x*2 % 11; t(fmt.Sprint(x))
		t("797"); x++
	}
	if c>6 { return  }
	return x, nil
}
func f31(a int) (int, error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	defer func() { t(fmt.Sprint("df800 ", x)); x += 2 }()
	x = x*2 % 11; t(fmt.Sprint(x))
	L802:
	for range seq0(4) {
		x++; c++
		if x%2==0 { panic("p803") }
		defer t("d804")
		if x%3==1 { break L802 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	L806:
	for i806 := range 4 {
		x += i806; c++
		defer t("d807")
		t("808"); x++
		if x%3==1 { break L806 }
	}
	return x, nil
}
func f32(a int) (int, error) {
	x, c := a, 0
	_ = c
	switch {
case c%4==3:
		func() {
			x = x*2 % 11; t(fmt.Sprint(x))
			gox(func() {
				t("813"); x++
				x = x*2 % 11; t(fmt.Sprint(x))
				t("815"); x++
				if x==3 { runtime.Goexit() }
			})
			x = x*2 % 11; t(fmt.Sprint(x))
		}()
		fallthrough
	case x%2==0:
		func() {
			L818:
			for i818 := range seq(1, "818") {
				x += i818; c++
				if x%3==1 { panic("p819") }
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { continue L818 }
			}
			if x>4 { panic("p822") }
		}()
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { panic(1) } } }()
		for range seq0(2) {
			x++; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			func() {
				defer t("d827")
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
			}()
			x = x*2 % 11; t(fmt.Sprint(x))
		}
	default:
		for i831 := range 1 {
			x += i831; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			x = x*2 % 11; t(fmt.Sprint(x))
			func() {
				x = x*2 % 11; t(fmt.Sprint(x))
			}()
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		for range seq0(2) {
			x++; c++
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r838", q));  } }()
			if c%4==3 { break }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
	}
	defer t("d841")
	x = x*2 % 11; t(fmt.Sprint(x))
	L843:
	for range seq0(1) {
		x++; c++
		if c%4==3 { return x, nil }
		defer t("d845")
		func() {
			gox(func() {
				if x==3 { panic("p848") }
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { runtime.Goexit() }
			})
			x = x*2 % 11; t(fmt.Sprint(x))
		}()
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r851", q));  } }()
		if x%2==0 { break L843 }
	}
	if x<2 { return x, nil }
	defer func() { t(fmt.Sprint("df853 ", x)); x += 2 }()
	return x, nil
}
func f33(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	if x==3 { panic("p854") }
	t("855"); x++
	t("856"); x++
	return x, nil
}
func f34(a int) (int, error) {
	x, c := a, 0
	_ = c
	x = x*2 % 11; t(fmt.Sprint(x))
	switch {
case x<2:
		gox(func() {
			t("860"); x++
			defer func() { t(fmt.Sprint("df861 ", x)); x += 2 }()
			func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
			x = x*2 % 11; t(fmt.Sprint(x))
			if x<2 { runtime.Goexit() }
		})
		x = x*2 % 11; t(fmt.Sprint(x))
		for i865 := range 3 {
			x += i865; c++
			if x==3 { continue }
			x = x*2 % 11; t(fmt.Sprint(x))
		}
		L868:
		for i868, j868 := range seq2(3) {
			x += i868 + j868; c++
			L869:
			for i869 := range seq(2, "869") {
				x += i869; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%2==0 { continue L869 }
			}
			switch {
case x%3==1:
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x%2==0:
				x = x*2 % 11; t(fmt.Sprint(x))
				defer func() { t(fmt.Sprint("df874 ", x)); x += 2 }()
			default:
				x = x*2 % 11; t(fmt.Sprint(x))
			}
			if x<2 { continue L868 }
		}
		fallthrough
	case x%3==1:
		for i876 := range recseq {
			x += i876; c++
			if x%3==1 { panic("p877") }
		}
		if c < 3 { c++; goto G878 }
		G878:
		t("g")
		L879:
		for i879 := range seq(4, "879") {
			x += i879; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			if x>4 { break L879 }
		}
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r881", q));  } }()
	default:
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r882", q));  } }()
	}
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	for i884 := range seq(1, "884") {
		x += i884; c++
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		if x%2==0 { return x, nil }
		func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
	}
	L889:
	for i889 := range recseq {
		x += i889; c++
		if x==3 { break L889 }
		t("891"); x++
		if x%2==0 { continue L889 }
		if c>6 { break L889 }
	}
	return x, nil
}
func f35(a int) (int, error) {
	x, c := a, 0
	_ = c
	func() {
		func() {
			x = x*2 % 11; t(fmt.Sprint(x))
			L896:
			for range seq0(3) {
				x++; c++
				defer func() { t(fmt.Sprint("df897 ", x)); x += 2 }()
				t("898"); x++
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r899", q));  } }()
				if x<2 { break L896 }
			}
			t("900"); x++
		}()
		if x%3==1 { panic("p901") }
		L902:
		for range seq0(4) {
			x++; c++
			L903:
			for i903 := range recseq {
				x += i903; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if c%4==3 { break L903 }
			}
			t("906"); x++
			if c%4==3 { return }
			t("908"); x++
			if x<2 { break L902 }
		}
	}()
	L909:
	for i909, j909 := range seq2(3) {
		x += i909 + j909; c++
		defer func() { t(fmt.Sprint("df910 ", x)); x += 2 }()
		t("911"); x++
		gox(func() {
			for i913, j913 := range seq2(1) {
				x += i913 + j913; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				t("916"); x++
			}
			if x==3 { runtime.Goexit() }
		})
		if c>6 { break L909 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	if x==3 { return x, nil }
	gox(func() {
		x = x*2 % 11; t(fmt.Sprint(x))
		t("921"); x++
		L922:
		for i922 := range seq(1, "922") {
			x += i922; c++
			func() {
				func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { return } } }()
				defer func() { if q := recover(); q != nil { t(fmt.Sprint("r925", q));  } }()
			}()
			t("926"); x++
			x = x*2 % 11; t(fmt.Sprint(x))
			if x==3 { break L922 }
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		if x>4 { runtime.Goexit() }
	})
	return x, nil
}
func f36(a int) (int, error) {
	x, c := a, 0
	_ = c
	L929:
	for i929 := range seq(4, "929") {
		x += i929; c++
		if x<2 { break L929 }
		if x%3==1 { continue L929 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	for i933 := range recseq {
		x += i933; c++
		for i934 := range seq(3, "934") {
			x += i934; c++
			t("935"); x++
		}
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r936", q));  } }()
		defer func() { t(fmt.Sprint("df937 ", x)); x += 2 }()
		t("938"); x++
	}
	defer func() { t(fmt.Sprint("df939 ", x)); x += 2 }()
	func() {
		L941:
		for i941 := range recseq {
			x += i941; c++
			x = x*2 % 11; t(fmt.Sprint(x))
			if x==3 { break L941 }
		}
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		func() {
			t("946"); x++
			L947:
			for i947 := range recseq {
				x += i947; c++
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x%3==1 { continue L947 }
			}
			defer func() { if q := recover(); q != nil { t(fmt.Sprint("r950", q)); x = 50 } }()
		}()
	}()
	if x%3==1 { return x, nil }
	return x, nil
}
func f37(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L952:
	for i952 := range seq(1, "952") {
		x += i952; c++
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r953", q)); panic("re953") } }()
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		x = x*2 % 11; t(fmt.Sprint(x))
		if x%2==0 { continue L952 }
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	defer func() { if q := recover(); q != nil { t(fmt.Sprint("r958", q)); panic("re958") } }()
	return x, nil
}
func f38(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	L959:
	for range seq0(3) {
		x++; c++
		if c>6 { panic("p960") }
		func() {
			L962:
			for range seq0(3) {
				x++; c++
				if x<2 { break L962 }
				x = x*2 % 11; t(fmt.Sprint(x))
				if x>4 { break L962 }
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { continue L962 }
			}
			switch {
case x%2==0:
				x = x*2 % 11; t(fmt.Sprint(x))
				fallthrough
			case x<2:
				x = x*2 % 11; t(fmt.Sprint(x))
				x = x*2 % 11; t(fmt.Sprint(x))
				if x==3 { return }
				t("972"); x++
			default:
				defer func() { t(fmt.Sprint("df973 ", x)); x += 2 }()
				t("974"); x++
				if c%4==3 { return }
			}
			defer t("d976")
		}()
		if x%2==0 { break L959 }
	}
	for i977 := range recseq {
		x += i977; c++
		defer t("d978")
	}
	x = x*2 % 11; t(fmt.Sprint(x))
	L980:
	for i980 := range 4 {
		x += i980; c++
		t("981"); x++
		x = x*2 % 11; t(fmt.Sprint(x))
		defer func() { if q := recover(); q != nil { t(fmt.Sprint("r983", q)); panic("re983") } }()
		t("984"); x++
		if c%4==3 { continue L980 }
	}
	func() { defer func() { recover() }(); for i := range badseq { if i == x%3 { continue } } }()
	return x, nil
}
func f39(a int) (res int, err error) {
	x, c := a, 0
	_ = c
	defer func() { t(fmt.Sprint("df986 ", x)); x += 2 }()
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	x = x*2 % 11; t(fmt.Sprint(x))
	return x, nil
}
func main() {
	run("0/0", f0, 0)
	run("0/1", f0, 1)
	run("0/5", f0, 5)
	run("1/0", f1, 0)
	run("1/1", f1, 1)
	run("1/5", f1, 5)
	run("2/0", f2, 0)
	run("2/1", f2, 1)
	run("2/5", f2, 5)
	run("3/0", f3, 0)
	run("3/1", f3, 1)
	run("3/5", f3, 5)
	run("4/0", f4, 0)
	run("4/1", f4, 1)
	run("4/5", f4, 5)
	run("5/0", f5, 0)
	run("5/1", f5, 1)
	run("5/5", f5, 5)
	run("6/0", f6, 0)
	run("6/1", f6, 1)
	run("6/5", f6, 5)
	run("7/0", f7, 0)
	run("7/1", f7, 1)
	run("7/5", f7, 5)
	run("8/0", f8, 0)
	run("8/1", f8, 1)
	run("8/5", f8, 5)
	run("9/0", f9, 0)
	run("9/1", f9, 1)
	run("9/5", f9, 5)
	run("10/0", f10, 0)
	run("10/1", f10, 1)
	run("10/5", f10, 5)
	run("11/0", f11, 0)
	run("11/1", f11, 1)
	run("11/5", f11, 5)
	run("12/0", f12, 0)
	run("12/1", f12, 1)
	run("12/5", f12, 5)
	run("13/0", f13, 0)
	run("13/1", f13, 1)
	run("13/5", f13, 5)
	run("14/0", f14, 0)
	run("14/1", f14, 1)
	run("14/5", f14, 5)
	run("15/0", f15, 0)
	run("15/1", f15, 1)
	run("15/5", f15, 5)
	run("16/0", f16, 0)
	run("16/1", f16, 1)
	run("16/5", f16, 5)
	run("17/0", f17, 0)
	run("17/1", f17, 1)
	run("17/5", f17, 5)
	run("18/0", f18, 0)
	run("18/1", f18, 1)
	run("18/5", f18, 5)
	run("19/0", f19, 0)
	run("19/1", f19, 1)
	run("19/5", f19, 5)
	run("20/0", f20, 0)
	run("20/1", f20, 1)
	run("20/5", f20, 5)
	run("21/0", f21, 0)
	run("21/1", f21, 1)
	run("21/5", f21, 5)
	run("22/0", f22, 0)
	run("22/1", f22, 1)
	run("22/5", f22, 5)
	run("23/0", f23, 0)
	run("23/1", f23, 1)
	run("23/5", f23, 5)
	run("24/0", f24, 0)
	run("24/1", f24, 1)
	run("24/5", f24, 5)
	run("25/0", f25, 0)
	run("25/1", f25, 1)
	run("25/5", f25, 5)
	run("26/0", f26, 0)
	run("26/1", f26, 1)
	run("26/5", f26, 5)
	run("27/0", f27, 0)
	run("27/1", f27, 1)
	run("27/5", f27, 5)
	run("28/0", f28, 0)
	run("28/1", f28, 1)
	run("28/5", f28, 5)
	run("29/0", f29, 0)
	run("29/1", f29, 1)
	run("29/5", f29, 5)
	run("30/0", f30, 0)
	run("30/1", f30, 1)
	run("30/5", f30, 5)
	run("31/0", f31, 0)
	run("31/1", f31, 1)
	run("31/5", f31, 5)
	run("32/0", f32, 0)
	run("32/1", f32, 1)
	run("32/5", f32, 5)
	run("33/0", f33, 0)
	run("33/1", f33, 1)
	run("33/5", f33, 5)
	run("34/0", f34, 0)
	run("34/1", f34, 1)
	run("34/5", f34, 5)
	run("35/0", f35, 0)
	run("35/1", f35, 1)
	run("35/5", f35, 5)
	run("36/0", f36, 0)
	run("36/1", f36, 1)
	run("36/5", f36, 5)
	run("37/0", f37, 0)
	run("37/1", f37, 1)
	run("37/5", f37, 5)
	run("38/0", f38, 0)
	run("38/1", f38, 1)
	run("38/5", f38, 5)
	run("39/0", f39, 0)
	run("39/1", f39, 1)
	run("39/5", f39, 5)
}

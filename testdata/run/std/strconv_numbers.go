package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "42", "-7", "+9", "", "x1", "9223372036854775807", "9223372036854775808", "1_000", "0x1f"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, s := range []string{"0x1f", "0b101", "0o17", "017", "1_000", "-0X_Ff", "1__0", "08"} {
		n, err := strconv.ParseInt(s, 0, 16)
		fmt.Println(n, err)
	}
	for _, size := range []int{8, 16, 32, 64, 65} {
		n, err := strconv.ParseInt("-40000000000", 10, size)
		u, uerr := strconv.ParseUint("300", 10, size)
		fmt.Println(n, err, u, uerr)
	}
	_, err := strconv.ParseInt("zz", 37, 0)
	fmt.Println(err)
	for _, base := range []int{2, 8, 10, 16, 36} {
		fmt.Println(strconv.FormatInt(-123456789, base), strconv.FormatUint(1<<64-1, base))
	}
	fmt.Println(string(strconv.AppendInt([]byte("n="), -5, 10)), strconv.Itoa(-1<<63), strconv.FormatBool(true))
	for _, s := range []string{"1", "t", "TRUE", "0", "False", "yes"} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
}

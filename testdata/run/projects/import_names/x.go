package main
import "fmt"
import f2 "fmt"
import . "strings"
import _ "m/side"
import weird "m/go-weird"
import "m/go-weird"
import "m/other"
func main() { fmt.Println(f2.Sprint(1), ToUpper("a"), weird.X, weirdpkg.X, other.F())
 fmt := 3
 println(fmt)
}

// Sends and receives.
package p

func _[Any any, Int ~int, Two chan int | chan string, In <-chan int, Ok chan int | chan<- int](
	ro <-chan int, so chan<- int, i int, t Any, n Int, two Two, in In, ok Ok,
) {
	ro /* ERROR "cannot send to receive-only channel <-chan int ro (variable of type <-chan int)" */ <- 1
	i /* ERROR "cannot send to non-channel int i (variable of type int)" */ <- 1
	<-so /* ERROR "cannot receive from send-only channel chan<- int so (variable of type chan<- int)" */
	<-i /* ERROR "cannot receive from non-channel int i (variable of type int)" */
	<-t /* ERROR "cannot receive from t (variable of type Any constrained by any): no specific channel type" */
	n /* ERROR "cannot send to n (variable of type Int constrained by ~int): non-channel int" */ <- 1
	<-two /* ERROR "channels chan int and chan string have different element types" */
	in /* ERROR "receive-only channel <-chan int" */ <- 1
	ok <- 1
	<-in
	so <- "x" /* ERROR "cannot use \"x\" (untyped string constant) as int value in send" */
}

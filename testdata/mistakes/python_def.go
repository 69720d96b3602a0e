package main

def add(a, b):
    return a + b

func main() {
}

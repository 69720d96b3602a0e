package p
const X = 3

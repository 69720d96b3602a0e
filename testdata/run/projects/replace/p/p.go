package p
const V = 3

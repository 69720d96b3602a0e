package weirdpkg
const X = 4

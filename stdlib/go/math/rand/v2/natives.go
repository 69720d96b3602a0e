package rand

// entropy: as in math/rand
func entropy() uint64

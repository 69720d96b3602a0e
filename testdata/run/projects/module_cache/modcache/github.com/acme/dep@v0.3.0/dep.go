package dep

const Version = "dep 0.3"

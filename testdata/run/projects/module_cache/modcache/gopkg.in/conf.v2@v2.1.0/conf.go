package conf

const Name = "conf"

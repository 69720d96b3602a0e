module example.com/app

go 1.22

require (
	github.com/Acme/Tool v1.2.0
	github.com/acme/dep v0.3.0 // indirect
	gopkg.in/conf.v2 v2.1.0
)

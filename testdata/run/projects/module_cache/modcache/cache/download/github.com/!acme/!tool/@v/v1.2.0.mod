module github.com/Acme/Tool

go 1.20

require github.com/acme/dep v0.2.0

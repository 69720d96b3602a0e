module github.com/acme/dep

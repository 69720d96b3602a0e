module example.com/vend

go 1.26

require example.com/paint v0.2.0

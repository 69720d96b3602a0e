package main

import "example.com/shop/util"

func price() util.Price { return util.Add(1, 2) }
